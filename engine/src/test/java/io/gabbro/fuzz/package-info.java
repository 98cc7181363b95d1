/**
 * Targets of fuzzing: what takes bytes of strangers must give a value or one of the engine's
 * errors. {@code dev/fuzz} runs them under Jazzer, {@link io.gabbro.fuzz.FuzzRegressionTest} over
 * their seeds and over what fuzzing has found.
 */
package io.gabbro.fuzz;
