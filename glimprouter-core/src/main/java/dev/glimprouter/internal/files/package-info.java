/** Work on files and folders, shared by our own modules. */
package dev.glimprouter.internal.files;
