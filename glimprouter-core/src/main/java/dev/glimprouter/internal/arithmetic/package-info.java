/**
 * Arithmetic as people and models write it in prose, read exactly or not at all: text, lexemes, the
 * two sides of an equality sign, formulas, a verdict.
 */
package dev.glimprouter.internal.arithmetic;
