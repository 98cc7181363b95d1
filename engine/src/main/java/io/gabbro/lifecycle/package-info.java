/** What happens with things that were forgotten instead of closed. Rank 0; not public API. */
package io.gabbro.lifecycle;
