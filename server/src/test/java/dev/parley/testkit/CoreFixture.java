package dev.parley.testkit;

import dev.parley.app.wiring.ChatRules;
import dev.parley.core.access.Role;
import dev.parley.core.backfill.BackfillReader;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.message.MessageReader;
import dev.parley.core.message.MessageService;
import dev.parley.fanout.MemoryBroker;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.DatabaseRole;
import dev.parley.storage.Databases;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.KeyStore;
import dev.parley.storage.keys.MasterKey;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.outbox.OutboxPublisher;
import dev.parley.storage.outbox.OutboxRelay;
import dev.parley.storage.writer.ClockGuard;
import dev.parley.storage.writer.CommitConfig;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.WriterDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One node's core on a database of its own or a shared one: everything below the API and the
/// gateway, with nothing replaced but the key store, which is in memory.
public final class CoreFixture implements AutoCloseable {
  public final DatabaseAddress address;
  public final Databases databases;
  public final TenantDatabase tenants;
  public final WorkspaceKeys keys;
  public final IdGenerator ids;
  public final MemoryBroker broker = new MemoryBroker();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final ConversationReader conversations;
  public final MessageReader messageReader;
  public final BackfillReader events;
  public final OutboxPublisher publisher;
  public final OutboxRelay relay;
  public final CommitLoop commits;
  public final ChannelService channels;
  public final MembershipService memberships;
  public final MessageService messages;

  private final KeyStore store;
  public final MasterKey master;

  private CoreFixture(
      DatabaseAddress address, KeyStore store, MasterKey master, int node, ClockGuard clockGuard) {
    this.address = address;
    this.store = store;
    this.master = master;
    databases = TestDatabase.connect(address);
    tenants = new TenantDatabase(databases);
    keys = new WorkspaceKeys(store, master);
    ids = new IdGenerator(Clock.systemUTC(), node);
    conversations = new ConversationReader(keys);
    messageReader = new MessageReader(keys);
    events =
        new BackfillReader(
            tenants, ChatRules.encoders(keys, messageReader, conversations), () -> 1);
    publisher = new OutboxPublisher(broker, meters);
    commits =
        new CommitLoop(
            new WriterDatabase(databases, () -> {}),
            ids,
            CommitConfig.DEFAULT,
            ChatRules.kinds(keys, conversations, ids),
            publisher,
            clockGuard,
            meters);
    relay = new OutboxRelay(databases.relay(), publisher, events, broker, meters);
    channels = new ChannelService(commits, ids, conversations);
    memberships = new MembershipService(tenants, commits, channels);
    messages = new MessageService(tenants, commits, messageReader, channels);
  }

  /// A node on a database of its own.
  public static CoreFixture start(TestPostgres.Cluster cluster) throws SQLException, IOException {
    return start(cluster, ClockGuard.TRUSTING);
  }

  /// A node on a database of its own that asks a guard about the database's clock.
  public static CoreFixture start(TestPostgres.Cluster cluster, ClockGuard clockGuard)
      throws SQLException, IOException {
    KeyStore store = new MemoryKeyStore();
    return new CoreFixture(
        TestDatabase.create(cluster), store, MasterKey.open(store), 1, clockGuard);
  }

  /// Another node on the same database and keys.
  public CoreFixture secondNode() {
    return new CoreFixture(address, store, master, 2, ClockGuard.TRUSTING);
  }

  /// A new workspace with nobody in it.
  public WorkspaceId newWorkspace() throws IOException, SQLException {
    WorkspaceId workspace = ids.newWorkspaceId();
    String _ = keys.create(workspace);
    createHeads(List.of(StreamKey.of(workspace)));
    return workspace;
  }

  /// A new member of a workspace.
  public UserId newUser(WorkspaceId workspace, String handle) throws SQLException {
    return newUsers(workspace, handle, 1).getFirst();
  }

  /// A new person who may do more than a member, or less.
  public UserId newUser(WorkspaceId workspace, String handle, Role role) throws SQLException {
    UserId user = newUser(workspace, handle);
    try (Connection connection = databases.connect(DatabaseRole.WRITER);
        PreparedStatement update =
            connection.prepareStatement(
                "update user_account set role = ? where workspace_id = ? and id = ?")) {
      update.setShort(1, role.number());
      update.setLong(2, workspace.value());
      update.setLong(3, user.value());
      update.execute();
      connection.commit();
    }
    return user;
  }

  /// Several new members, `handle` itself or `handle` and a number.
  public List<UserId> newUsers(WorkspaceId workspace, String handle, int count)
      throws SQLException {
    List<UserId> users = new ArrayList<>();
    try (Connection connection = databases.connect(DatabaseRole.WRITER);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into user_account (workspace_id, id, handle, role) values (?, ?, ?, 4)")) {
      for (int i = 0; i < count; i++) {
        UserId user = ids.newUserId();
        users.add(user);
        insert.setLong(1, workspace.value());
        insert.setLong(2, user.value());
        insert.setString(3, count == 1 ? handle : handle + i);
        insert.addBatch();
      }
      int[] _ = insert.executeBatch();
      connection.commit();
    }
    createHeads(users.stream().map(user -> StreamKey.of(workspace, user)).toList());
    return users;
  }

  private void createHeads(List<StreamKey> streams) throws SQLException {
    try (Connection connection = databases.connect(DatabaseRole.WRITER);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into stream_head (workspace_id, stream_id) values (?, ?)")) {
      for (StreamKey stream : streams) {
        insert.setLong(1, stream.workspace());
        insert.setLong(2, stream.stream());
        insert.addBatch();
      }
      int[] _ = insert.executeBatch();
      connection.commit();
    }
  }

  /// A public channel with its creator and some more people.
  public ChannelId newChannel(
      WorkspaceId workspace, String name, UserId creator, UserId... others) {
    ChannelId channel = channels.create(workspace, creator, name, false, false).channel().id();
    if (others.length > 0) {
      var _ = memberships.add(workspace, channel, creator, List.of(others));
    }
    return channel;
  }

  /// Posts with a fresh id.
  public dev.parley.protocol.view.MessageView post(
      WorkspaceId workspace, ChannelId channel, UserId author, String text) {
    return messages.post(workspace, channel, author, UUID.randomUUID(), text);
  }

  @Override
  public void close() {
    commits.close();
    relay.close();
    publisher.close();
    databases.close();
  }
}
