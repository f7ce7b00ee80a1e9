package dev.parley.gateway;

import dev.parley.fanout.Broker;
import dev.parley.fanout.EventSource;
import dev.parley.gateway.hub.ResumeTokens;
import dev.parley.gateway.rtm.RtmDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/// What a gateway works with.
public record GatewayServices(
    Broker broker,
    EventSource events,
    Authenticator authenticator,
    ResumeTokens tokens,
    RtmDesk desk,
    MeterRegistry meters,
    Clock clock) {}
