package musette.site;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// How the web server treats slow and broken clients, so that no number of them keeps readers out.
///
/// A form is read before a thread is given to it; whoever sends less than a trickle is let go; and
/// there is no fixed number of places between virtual threads and readers, because two hundred
/// clients who say nothing would take them all.
@Component
class WebServer implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final int LONGEST_FORM = 512 * 1024;
    private static final int MOST_FIELDS = 200;

    /// A trickle: a form of two hundred bytes may take four seconds on a train.
    private static final long LEAST_BYTES_A_SECOND = 50;

    private static final long ANY_RATE = 0;
    private static final long IDLE_MILLIS = 15_000;
    private static final int NO_LIMIT = 0;

    private final ErrorPages pages;

    WebServer(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(this::customize);
    }

    private void customize(Server server) {
        if (server.getThreadPool() instanceof VirtualThreadPool threads) {
            threads.setMaxConcurrentTasks(NO_LIMIT);
        }
        for (var connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector listening) {
                listening.setIdleTimeout(IDLE_MILLIS);
                listening.addBean(new HeaderTimeout(listening.getScheduler()));
            }
            var http = connector.getConnectionFactory(HttpConnectionFactory.class);
            http.getHttpConfiguration().setSendServerVersion(false);
        }
        var forms = new EagerContentHandler.FormContentLoaderFactory(MOST_FIELDS, LONGEST_FORM);
        server.setHandler(
                new PatientWithBodies(new EagerContentHandler(server.getHandler(), forms)));
        server.setErrorHandler(new ServerErrors(pages));
    }

    /// Holds whoever sends a body to the least rate. Requests without one, nearly all there are, go
    /// past it untouched.
    private static final class PatientWithBodies extends MinimumDataRateHandler {
        PatientWithBodies(Handler next) {
            super(next, LEAST_BYTES_A_SECOND, ANY_RATE);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var headers = request.getHeaders();
            var hasBody =
                    headers.contains(HttpHeader.CONTENT_LENGTH)
                            || headers.contains(HttpHeader.TRANSFER_ENCODING);
            return hasBody
                    ? super.handle(request, response, callback)
                    : getHandler().handle(request, response, callback);
        }
    }
}
