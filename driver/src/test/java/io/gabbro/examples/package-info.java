/** The examples of README.md, compiled and run. */
package io.gabbro.examples;
