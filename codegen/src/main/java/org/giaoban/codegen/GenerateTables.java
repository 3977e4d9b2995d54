package org.giaoban.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** Runs all migrations on a throw-away PostgreSQL and writes one package of jOOQ tables per module schema. */
public final class GenerateTables {

    private static final String BASE = "org.giaoban";

    private GenerateTables() {}

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0]).toAbsolutePath().normalize();
        var output = Path.of(args[1]);
        var stamp = output.resolveSibling("jooq.sha256");
        var hash = hash(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        try (var postgres = EmbeddedPostgres.builder()
                .setServerConfig("unix_socket_directories", "")
                .start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("filesystem:" + migrations)
                    .schemas("platform")
                    .load()
                    .migrate();
            for (var schema : schemas(migrations)) {
                generate(url, schema, output);
            }
        }
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, hash);
    }

    private static void generate(String url, String schema, Path output) throws Exception {
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withExcludes("flyway_schema_history|vn_fold|vn_detone")
                .withSchemata(new SchemaMappingType().withInputSchema(schema))
                .withOutputSchemaToDefault(false)
                .withForcedTypes(
                        new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz|timestamp with time zone"),
                        typedId("UnitId", "(.*_)?unit_id"),
                        typedId("PersonId", "(.*_)?person_id"),
                        typedId("AccountId", "(.*_)?account_id"));
        var target = new Target()
                .withPackageName(BASE + "." + schema + ".db")
                .withDirectory(output.toString())
                .withClean(true);
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword(""))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withPojos(false)
                                .withDaos(false)
                                .withGeneratedAnnotation(false)
                                .withDeprecationOnUnknownTypes(false)
                                .withGlobalObjectReferences(true)
                                .withComments(false))
                        .withTarget(target)));
    }

    private static ForcedType typedId(String type, String column) {
        return new ForcedType()
                .withUserType(BASE + ".kernel." + type)
                .withConverter("org.jooq.Converter.ofNullable(java.util.UUID.class, " + BASE + ".kernel." + type
                        + ".class, " + BASE + ".kernel." + type + "::new, " + BASE + ".kernel." + type + "::value)")
                .withIncludeExpression(".*\\." + column)
                .withIncludeTypes("uuid");
    }

    private static List<String> schemas(Path migrations) throws IOException {
        try (Stream<Path> folders = Files.list(migrations)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String hash(Path migrations) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var self = GenerateTables.class.getResourceAsStream("GenerateTables.class")) {
            digest.update(self.readAllBytes());
        }
        try (Stream<Path> files = Files.walk(migrations)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                digest.update(migrations.relativize(file).toString().getBytes());
                digest.update(contents(file));
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
