/**
 * Objects through Apache Fory, which must then be on the class path. Rank 3; public API. No other
 * package names a class of Fory.
 */
package io.gabbro.serializer.fory;
