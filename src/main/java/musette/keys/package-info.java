/// Ground floor: secrets and proofs.
///
/// Signatures made with keys that lie outside the database, and one-time tokens and sign-in codes
/// of which the database knows only the hash. Owns `one_time_token` and `sign_in_code`. May ask
/// `store`.
@NullMarked
package musette.keys;

import org.jspecify.annotations.NullMarked;
