package dev.parley.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The edges between packages, and why they are where they are. `docs/architecture.md` draws them.
final class ArchitectureTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.parley");

  /// Ids and refusals mean the same everywhere, so they may not know where they are used.
  @Test
  void kernelDependsOnNothingOfParley() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.api..",
            "dev.parley.app..",
            "dev.parley.core..",
            "dev.parley.fanout..",
            "dev.parley.gateway..",
            "dev.parley.load..",
            "dev.parley.protocol..",
            "dev.parley.storage..")
        .check(SERVER);
  }

  /// A gateway must run without a database and survive any change of the rules: it knows ids and
  /// bytes.
  @Test
  void gatewayAndFanoutKnowNeitherSqlNorRules() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.parley.gateway..", "dev.parley.fanout..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.core..",
            "dev.parley.api..",
            "dev.parley.storage..",
            "java.sql..",
            "org.jdbi..")
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
        .resideInAnyPackage(
            "io.netty..",
            "io.vertx..",
            "dev.parley.api..",
            "dev.parley.gateway..",
            "dev.parley.app..")
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
