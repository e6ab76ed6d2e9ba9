package planted.front;

import com.stripe.Wallet;
import java.net.http.HttpClient;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import planted.store.Cellar;

/// Sets, injects, lets others change what is its own, reads the wall clock, opens a connection and
/// knows the till.
@Component
public class Window {
    int visitors;
    @Autowired private Cellar cellar;

    public void setCellar(Cellar cellar) {
        this.cellar = cellar;
    }

    public Cellar cellar() {
        return cellar;
    }

    public Instant opened() {
        return Instant.now();
    }

    public HttpClient way() {
        return HttpClient.newHttpClient();
    }

    public Wallet wallet() {
        return new Wallet();
    }
}
