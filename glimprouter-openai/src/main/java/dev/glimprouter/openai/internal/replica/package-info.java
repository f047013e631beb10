/**
 * Several servers of one model: which one a problem stays on, and which ones are well.
 *
 * <p>Thin on purpose: a fleet is the affair of those who schedule one. A {@link ProblemKey} names
 * the problem. {@link ReplicaSet#lease} opens its {@link Lease}, and each request is a {@link
 * Visit} that says where it goes and is told how it went. So the problem's cache stays on one
 * replica, and a replica that dies gives its problems to the others until it is well again.
 */
package dev.glimprouter.openai.internal.replica;
