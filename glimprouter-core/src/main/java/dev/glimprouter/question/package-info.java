/** What the user asks. */
package dev.glimprouter.question;
