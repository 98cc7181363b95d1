/** Events for JDK Flight Recorder; loaded only where the runtime has module {@code jdk.jfr}. */
package io.gabbro.monitor.jfr;
