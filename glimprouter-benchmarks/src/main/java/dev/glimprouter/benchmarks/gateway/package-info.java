/**
 * What the gateway adds to a request: measured beside direct requests and beside other gateways.
 */
package dev.glimprouter.benchmarks.gateway;
