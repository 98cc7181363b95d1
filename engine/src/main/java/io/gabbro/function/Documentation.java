package io.gabbro.function;

/**
 * What the function reference says about a function or operator. The example is run as a test.
 *
 * @param topic the chapter
 * @param usage how it is called: {@code lpad(text, length [, fill])}
 * @param description what it gives, one or two sentences
 * @param example a query that gives one row with one column
 * @param result the value of the example cast to TEXT; {@code NULL} for NULL
 */
public record Documentation(
    Topic topic, String usage, String description, String example, String result) {}
