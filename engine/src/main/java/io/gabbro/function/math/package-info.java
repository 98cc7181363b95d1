/** Mathematical functions. Rank 3, above function.arithmetic; not public API. */
package io.gabbro.function.math;
