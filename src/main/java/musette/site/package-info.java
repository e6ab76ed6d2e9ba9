/// Ground floor: the publication and the manners of its pages.
///
/// The site's name, address and markets; who may call which route (denied unless stated); the
/// headers every answer carries; templates; and the one place where a problem becomes a page. Owns
/// the session tables. May ask `store` and `keys`.
@NullMarked
package musette.site;

import org.jspecify.annotations.NullMarked;
