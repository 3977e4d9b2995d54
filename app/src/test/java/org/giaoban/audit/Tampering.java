package org.giaoban.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** What somebody who owns the database, but not the key file, may try with one chain; each says where it must be noticed. */
enum Tampering {
    EDIT {
        @Override
        Attempt on(Chain chain, Random random) {
            var at = 1 + random.nextLong(chain.length());
            var change = List.of(
                            "details = '{\"số\":\"9999\"}'",
                            "account_id = gen_random_uuid()",
                            "at = at + interval '1 microsecond'",
                            "act = act || 'x'",
                            "object_id = gen_random_uuid()",
                            "object_kind = 'other'",
                            "unit_id = gen_random_uuid()",
                            "unit_id = null",
                            "id = gen_random_uuid()",
                            "hash = sha256(hash)",
                            "key_number = key_number + 1",
                            "key_number = 1 - least(key_number, 1)")
                    .get(random.nextInt(12));
            return new Attempt("update audit.entry set " + change + chain.line(at), at);
        }
    },
    DELETE {
        @Override
        Attempt on(Chain chain, Random random) {
            var at = 1 + random.nextLong(chain.length());
            return new Attempt("delete from audit.entry" + chain.line(at), at);
        }
    },
    DELETE_AND_CLOSE_THE_GAP {
        @Override
        Attempt on(Chain chain, Random random) {
            var at = 1 + random.nextLong(chain.length());
            var close = "update audit.entry set position = -position where shard = %d and position > %d;"
                    .formatted(chain.shard(), at);
            return new Attempt(
                    UNBOUND + "delete from audit.entry" + chain.line(at) + ";" + close
                            + "update audit.entry set position = -position - 1 where position < 0;"
                            + chain.end(chain.length() - 1),
                    at);
        }
    },
    INSERT_AT_THE_END {
        @Override
        Attempt on(Chain chain, Random random) {
            var at = chain.length() + 1;
            return new Attempt(chain.forged(at, random) + chain.end(at), at);
        }
    },
    INSERT_BETWEEN {
        @Override
        Attempt on(Chain chain, Random random) {
            var at = 1 + random.nextLong(chain.length());
            var open = "update audit.entry set position = -position where shard = %d and position >= %d;"
                    .formatted(chain.shard(), at);
            return new Attempt(
                    UNBOUND + open + "update audit.entry set position = 1 - position where position < 0;"
                            + chain.forged(at, random) + chain.end(chain.length() + 1),
                    at);
        }
    },
    SWAP {
        @Override
        Attempt on(Chain chain, Random random) {
            var one = 1 + random.nextLong(chain.length() - 1);
            var other = one + 1 + random.nextLong(chain.length() - one);
            var swap = "update audit.entry set position = -(%d - position) where shard = %d and position in (%d, %d);"
                    .formatted(one + other, chain.shard(), one, other);
            return new Attempt(UNBOUND + swap + "update audit.entry set position = -position where position < 0;", one);
        }
    },
    TRUNCATE {
        @Override
        Attempt on(Chain chain, Random random) {
            var left = random.nextLong(chain.length());
            return new Attempt(chain.cut(left), left + 1);
        }
    },
    TRUNCATE_AND_MOVE_THE_END {
        @Override
        Attempt on(Chain chain, Random random) {
            var left = random.nextLong(chain.length());
            return new Attempt(chain.cut(left) + chain.end(left), left + 1);
        }
    },
    REWRITE_WITHOUT_A_KEY {
        @Override
        Attempt on(Chain chain, Random random) {
            var at = 1 + random.nextLong(chain.length());
            var noticed = at <= chain.unkeyed() ? chain.unkeyed() : at;
            return new Attempt(chain.rehashed(at), noticed);
        }
    },
    REWRITE_AND_MOVE_THE_MARK {
        @Override
        Attempt on(Chain chain, Random random) {
            var mark = "update audit.chain set unkeyed = length where shard = " + chain.shard() + ";";
            return new Attempt(chain.rehashed(1) + mark, chain.length());
        }
    },
    CHANGE_THE_MARK {
        @Override
        Attempt on(Chain chain, Random random) {
            var change = "update audit.chain set %s where shard = " + chain.shard() + ";";
            return switch (random.nextInt(3)) {
                case 0 -> new Attempt(change.formatted("unkeyed = null, unkeyed_key = null, unkeyed_proof = null"), 0);
                case 1 -> new Attempt(change.formatted("unkeyed_proof = sha256(unkeyed_proof)"), chain.unkeyed());
                default -> new Attempt(change.formatted("unkeyed = unkeyed + 1"), chain.unkeyed() + 1);
            };
        }
    },
    CHANGE_THE_END {
        @Override
        Attempt on(Chain chain, Random random) {
            var change = "update audit.chain set %s where shard = " + chain.shard() + ";";
            return switch (random.nextInt(3)) {
                case 0 -> new Attempt(change.formatted("length = length + 1"), chain.length() + 1);
                case 1 -> new Attempt(change.formatted("length = length - 1"), chain.length());
                default -> new Attempt(change.formatted("last_hash = sha256(last_hash)"), chain.length());
            };
        }
    };

    /** While lines move, two may stand in one place for a moment, and numbers below one are needed. */
    private static final String UNBOUND = "alter table audit.entry drop constraint if exists entry_position_check;";

    abstract Attempt on(Chain chain, Random random);

    /** The statements, and the place where the check must stop. */
    record Attempt(String sql, long noticedAt) {}

    /** A chain as it is before anybody touches it. */
    record Chain(int shard, long length, long unkeyed) {

        String line(long position) {
            return " where shard = " + shard + " and position = " + position;
        }

        String end(long length) {
            return """
                    update audit.chain set length = %2$d, last_hash = coalesce(
                        (select hash from audit.entry where shard = %1$d and position = %2$d), '\\x%3$s') where shard = %1$d;""".formatted(shard, length, HexFormat.of().formatHex(Entry.genesis(shard)));
        }

        String cut(long left) {
            return "delete from audit.entry where shard = " + shard + " and position > " + left + ";";
        }

        /** A copy of some line of the chain under another name, with a hash of the attacker's choice. */
        String forged(long at, Random random) {
            return """
                    insert into audit.entry (shard, position, id, at, account_id, act, object_kind, object_id, unit_id, details,
                        hash, key_number)
                    select shard, %d, gen_random_uuid(), at, account_id, act, object_kind, object_id, unit_id, details, %s, key_number
                    from audit.entry where shard = %d order by id offset %d limit 1;""".formatted(at, random.nextBoolean() ? "hash" : "sha256(hash)", shard, random.nextLong(length));
        }

        /** From a line on everything is hashed anew as a log without keys would be. */
        String rehashed(long from) {
            return "select public.rehash(%d::smallint, %d);".formatted(shard, from) + end(length);
        }
    }
}
