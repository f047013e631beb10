/** What a server does, found out by a few requests, and what to change where it does too little. */
package dev.glimprouter.openai.internal.examine;
