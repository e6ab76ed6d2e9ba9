package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import musette.readers.Reader;
import musette.readers.Readers;
import musette.site.Visitor;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Readers' sessions, found again by whose they are.
@Component
class ReaderSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Readers readers;

    ReaderSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Readers readers) {
        this.sessions = sessions;
        this.readers = readers;
    }

    /// Signs a reader in who has shown that the address is theirs. The first time, everybody else
    /// goes: until now the account may have been used by somebody who only typed the address.
    void signInProven(HttpServletRequest request, Reader reader) {
        if (readers.prove(reader)) {
            Visitor.signOut(request);
            endAll(reader.id());
        }
        signIn(request, reader.id());
    }

    void signIn(HttpServletRequest request, long reader) {
        Visitor.signInReader(request, reader);
        request.getSession()
                .setAttribute(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, name(reader));
    }

    /// Signs the reader out in every browser.
    void endAll(long reader) {
        sessions.findByPrincipalName(name(reader)).keySet().forEach(sessions::deleteById);
    }

    private static String name(long reader) {
        return "reader/" + reader;
    }
}
