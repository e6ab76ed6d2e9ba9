package musette.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where the web server and the filters send what they refuse: the same page as for everything
/// else, in place of the framework's own.
@Controller
@MayCall(Who.ANYONE)
class ErrorRoute implements ErrorController {
    private final ErrorPages pages;

    ErrorRoute(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? HttpStatus.resolve(code)
                        : HttpStatus.NOT_FOUND; // Somebody typed the address.
        return pages.page(request, status == null ? HttpStatus.BAD_REQUEST : status);
    }
}
