/// Ground floor: outgoing mail, and the only way out for it.
///
/// A room puts a mail into the outbox in its own transaction; after the commit the sender hands it
/// to a mail server in a real SMTP conversation. With no server configured that is the catcher in
/// this program, whose mails the desk can read. One budget holds back what strangers ask for. Owns
/// `outbox_mail`, `caught_mail`, `asked_mail`, `withheld_mail` and `mail_budget`. May ask `store`,
/// `keys` and `site`.
@NullMarked
package musette.post;

import org.jspecify.annotations.NullMarked;
