/// Facts: pictures.
///
/// What was brought is read, cleaned and kept in the data folder; readers get copies in several
/// crops, widths and formats, each made when it is first asked for. Owns `picture` and the folder
/// `pictures`. May ask the ground floor.
@NullMarked
package musette.media;

import org.jspecify.annotations.NullMarked;
