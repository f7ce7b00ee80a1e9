package dev.parley.app.demo;

import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.identity.AccountService;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.message.MessageService;
import dev.parley.core.reaction.ReactionService;
import dev.parley.core.thread.ThreadService;
import dev.parley.core.user.UserService;
import dev.parley.core.usergroup.UsergroupService;
import dev.parley.storage.TenantDatabase;

/// What the demo's people use: services whose commit loop asks a [DemoClock].
public record DemoServices(
    TenantDatabase database,
    AccountService accounts,
    UserService users,
    ChannelService channels,
    ConversationReader conversations,
    MembershipService memberships,
    MessageService messages,
    ThreadService threads,
    ReactionService reactions,
    UsergroupService usergroups) {}
