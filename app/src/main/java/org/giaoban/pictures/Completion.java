package org.giaoban.pictures;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives pictures that were kept before there was WebP, or on a machine without it, their missing copies. */
@Service
class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);
    private static final int BATCH = 50;
    private static final int WIDEST = 4000;

    private final PictureRepository repository;
    private final Studio studio;

    Completion(PictureRepository repository, Studio studio) {
        this.repository = repository;
        this.studio = studio;
    }

    int complete() {
        if (!studio.writesWebp()) {
            return 0;
        }
        var waiting = repository.withoutWebp(BATCH);
        waiting.forEach(this::complete);
        return waiting.size();
    }

    private void complete(UUID id) {
        var jpeg = repository.copy(id, Studio.Copy.JPEG, WIDEST).orElseThrow();
        try {
            repository.insert(id, studio.webp(jpeg));
        } catch (BrokenPicture e) {
            LOG.warn("Picture {} cannot be drawn again and stays as it is", id);
        }
    }
}
