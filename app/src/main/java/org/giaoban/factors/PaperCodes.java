package org.giaoban.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.giaoban.factors.db.Tables.PAPER_CODE;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Codes on paper, each good once. They are made up here with eighty bits, so a plain digest keeps them: nobody can try them all.
 */
@Repository
class PaperCodes {

    static final int HOW_MANY = 10;

    private static final int BYTES = 10;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final Clock clock;

    PaperCodes(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** New ones in the place of all that there were; this is the only moment at which they can be read. */
    List<String> renew(AccountId account) {
        clear(account);
        var codes = Stream.generate(PaperCodes::madeUp).limit(HOW_MANY).toList();
        var insert = db.insertInto(PAPER_CODE, PAPER_CODE.ACCOUNT_ID, PAPER_CODE.DIGEST);
        for (var code : codes) {
            insert = insert.values(account, digest(account, code));
        }
        insert.execute();
        return codes;
    }

    void clear(AccountId account) {
        db.deleteFrom(PAPER_CODE).where(PAPER_CODE.ACCOUNT_ID.eq(account)).execute();
    }

    /** Uses the code up; false when there is none like it, or it was used before. */
    boolean use(AccountId account, String typed) {
        return db.update(PAPER_CODE)
                        .set(PAPER_CODE.USED_AT, clock.instant())
                        .where(PAPER_CODE.ACCOUNT_ID.eq(account))
                        .and(PAPER_CODE.DIGEST.eq(digest(account, typed)))
                        .and(PAPER_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    int left(AccountId account) {
        return db.fetchCount(PAPER_CODE, PAPER_CODE.ACCOUNT_ID.eq(account).and(PAPER_CODE.USED_AT.isNull()));
    }

    private static String madeUp() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.of(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static byte[] digest(AccountId account, String typed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var id = account.value();
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            var letters = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
            return digest.digest(letters.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
