package dev.glimprouter.models.internal;

import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.models.HubFile;

import java.net.URI;

/** Where a file is on the network. */
public sealed interface Origin {

    /** Its address. */
    URI address(DownloadSettings settings);

    /** What to call it in messages. */
    String reference();

    /** The last part of its path. */
    String fileName();

    /** A file of the model hub that the settings name. */
    record Hub(HubFile file) implements Origin {

        @Override
        public URI address(DownloadSettings settings) {
            return URI.create(
                    String.join(
                            "/",
                            settings.hub().toString(),
                            file.owner(),
                            file.repo(),
                            "resolve",
                            file.revision(),
                            file.file()));
        }

        @Override
        public String reference() {
            return file.reference();
        }

        @Override
        public String fileName() {
            return file.fileName();
        }
    }

    /** A file anywhere. */
    record Web(URI address) implements Origin {

        @Override
        public URI address(DownloadSettings settings) {
            return address;
        }

        @Override
        public String reference() {
            return address.toString();
        }

        @Override
        public String fileName() {
            String path = String.valueOf(address.getPath());
            String name = path.substring(path.lastIndexOf('/') + 1);
            return name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*") ? name : "file";
        }
    }
}
