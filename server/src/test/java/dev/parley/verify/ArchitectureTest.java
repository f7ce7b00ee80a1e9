package dev.parley.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.TenantScope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The edges between packages, and why they are where they are. `docs/architecture.md` draws them.
final class ArchitectureTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.parley");

  /// Which packages each may use: the table in `docs/architecture.md`.
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "kernel", Set.of(),
          "protocol", Set.of("kernel"),
          "fanout", Set.of("kernel"),
          "load", Set.of("kernel"),
          "storage", Set.of("kernel", "fanout"),
          "gateway", Set.of("kernel", "fanout", "protocol"),
          "core", Set.of("kernel", "fanout", "protocol", "storage"),
          "api", Set.of("kernel", "protocol", "core", "storage"),
          "app",
              Set.of("kernel", "fanout", "protocol", "storage", "gateway", "core", "api", "load"));

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatTheTableAllows(String name) {
    Set<String> allowed = MAY_USE.getOrDefault(name, Set.of());
    String[] others =
        packages().stream()
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(other -> "dev.parley." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.parley." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(SERVER);
  }

  /// A new package has its row.
  @Test
  void everyPackageStandsInTheTable() {
    for (JavaClass each : SERVER) {
      assertThat(packages())
          .as(each.getName())
          .anyMatch(name -> each.getPackageName().startsWith("dev.parley." + name));
    }
  }

  /// Methods read several nouns in one transaction, and write only through the rules.
  @Test
  void apiKnowsOfStorageOnlyHowToRead() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.api..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("dev.parley.storage..")
                .and(DescribedPredicate.not(JavaClass.Predicates.type(TenantDatabase.class)))
                .and(DescribedPredicate.not(JavaClass.Predicates.type(TenantScope.class))))
        .check(SERVER);
  }

  /// A gateway must run without a database: it knows ids and bytes.
  @Test
  void gatewayAndFanoutKnowNoSql() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.parley.gateway..", "dev.parley.fanout..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..")
        .check(SERVER);
  }

  /// Rules are tested without a network and used from more than one.
  @Test
  void rulesKnowNoHttpAndNoNetty() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.parley.core..", "dev.parley.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "io.vertx..")
        .check(SERVER);
  }

  /// Stores are used through the rules of their noun, never around them.
  @Test
  void storesArePackagePrivate() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Store")
        .and()
        .resideInAPackage("dev.parley.core..")
        .should()
        .notBePublic()
        .check(SERVER);
  }

  /// The writer's role sees all tenants; whoever could open its connections could too.
  @Test
  void onlyTheCommitLoopConnectsAsTheWriter() {
    noClasses()
        .that()
        .doNotHaveSimpleName("WriterDatabase")
        .and()
        .doNotHaveSimpleName("DatabaseRole")
        .should()
        .accessField(dev.parley.storage.DatabaseRole.class, "WRITER")
        .check(SERVER);
  }

  /// A channel can be understood, and later split off, without its messages.
  @Test
  void channelsKnowNothingOfMessages() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.parley.core.channel..",
            "dev.parley.core.membership..",
            "dev.parley.core.line..",
            "dev.parley.core.body..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.parley.core.message..")
        .check(SERVER);
  }

  /// And messages ask of channels only through the interface of `core.access`.
  @Test
  void messagesKnowChannelsOnlyThroughAccess() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.core.message..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.parley.core.channel..", "dev.parley.core.membership..")
        .check(SERVER);
  }

  @Test
  void nounsFormNoCycles() {
    slices().matching("dev.parley.core.(*)..").should().beFreeOfCycles().check(SERVER);
  }

  @Test
  void modulesFormNoCycles() {
    slices().matching("dev.parley.(*)..").should().beFreeOfCycles().check(SERVER);
  }
}
