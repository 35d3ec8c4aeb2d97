package io.wangge.gateway;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.gateway.account.AccountDecider;
import io.wangge.gateway.account.LockPolicy;
import io.wangge.gateway.account.SignInDecider;
import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.demo.DemoAccounts;
import io.wangge.gateway.desk.AccountDesk;
import io.wangge.gateway.desk.FirstAdministrator;
import io.wangge.gateway.desk.IdentityUpkeep;
import io.wangge.gateway.desk.PasswordGate;
import io.wangge.gateway.desk.ScreenDesk;
import io.wangge.gateway.desk.SignInDesk;
import io.wangge.gateway.mongo.GatewayMigrations;
import io.wangge.gateway.mongo.MongoAccounts;
import io.wangge.gateway.mongo.MongoCollections;
import io.wangge.gateway.mongo.MongoEndings;
import io.wangge.gateway.mongo.MongoKeyStore;
import io.wangge.gateway.mongo.MongoScreens;
import io.wangge.gateway.mongo.MongoSessions;
import io.wangge.gateway.mongo.ScreenMapper;
import io.wangge.gateway.mongo.SignInRecordMapper;
import io.wangge.gateway.password.Passwords;
import io.wangge.gateway.session.EndedSessions;
import io.wangge.gateway.session.SessionPolicy;
import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.gateway.signing.AccessTokens;
import io.wangge.gateway.signing.GatewayKeys;
import io.wangge.gateway.signing.RotationPolicy;
import io.wangge.kit.connection.OwnedTopics;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.migration.MigrationPlan;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the identity part together. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    private static final Duration UNTIL_READY = Duration.ofMillis(200);
    private static final Duration WHEN_READY = Duration.ofSeconds(30);
    /** Another replica's ending of a session works here after so long. */
    private static final Duration OTHERS_ENDINGS = Duration.ofSeconds(2);
    /** What a token check forgives at a token's end, and then some. */
    private static final Duration FORGIVEN = Duration.ofMinutes(1);

    @Bean
    MigrationPlan migrationPlan() {
        return new MigrationPlan(GatewayMigrations.all());
    }

    @Bean
    OwnedTopics ownedTopics() {
        return OwnedTopics.of(Topics.AUDIT);
    }

    @Bean
    MongoAccounts accounts(MongoDatabase database) {
        return new MongoAccounts(database);
    }

    @Bean
    MongoSessions sessions(MongoDatabase database) {
        return new MongoSessions(database);
    }

    @Bean
    StreamStore<SignInRecord> signInRecords(StreamStores stores) {
        return stores.open(
                MongoCollections.SIGN_INS,
                Topics.AUDIT,
                Streams::account,
                username -> username,
                new SignInRecordMapper());
    }

    @Bean
    GatewayKeys signingKeys(MongoDatabase database, GatewaySettings settings, Clock clock) {
        GatewaySettings.Tokens tokens = settings.tokens();
        return new GatewayKeys(
                new MongoKeyStore(database),
                new RotationPolicy(tokens.rotateAfter(), tokens.announce(), tokens.lifetime()),
                clock,
                settings.keySecret());
    }

    @Bean
    AccessTokens accessTokens(GatewayKeys keys, GatewaySettings settings, Clock clock) {
        return new AccessTokens(keys, settings.tokens().lifetime(), clock);
    }

    @Bean
    EndedSessions endedSessions(MongoDatabase database, GatewaySettings settings, Clock clock) {
        return new EndedSessions(
                new MongoEndings(database), settings.tokens().lifetime().plus(FORGIVEN), clock);
    }

    @Bean
    Recurring endedSessionsRound(EndedSessions ended) {
        return new Recurring("ended-sessions", ended::follow, () -> OTHERS_ENDINGS);
    }

    @Bean
    AccountDecider accountDecider(GatewaySettings settings) {
        return new AccountDecider(settings.signIn().oneTimeLasts());
    }

    @Bean
    PasswordGate passwordGate(
            MongoAccounts accounts,
            MongoSessions sessions,
            StreamStore<SignInRecord> records,
            Passwords passwords,
            AccountDecider choices,
            EndedSessions ended,
            GatewaySettings settings,
            Clock clock) {
        GatewaySettings.SignIns signIn = settings.signIn();
        var signIns = new SignInDecider(new LockPolicy(signIn.failures(), signIn.firstLock(), signIn.longestLock()));
        return new PasswordGate(accounts, sessions, records, passwords, signIns, choices, ended, clock);
    }

    @Bean
    SignInDesk signInDesk(
            MongoSessions sessions,
            StreamStore<SignInRecord> records,
            PasswordGate gate,
            AccessTokens tokens,
            GatewaySettings settings,
            Clock clock) {
        GatewaySettings.SessionTimes session = settings.session();
        return new SignInDesk(
                sessions,
                records,
                gate,
                tokens,
                new SessionPolicy(session.idle(), session.longest(), session.grace()),
                clock);
    }

    @Bean
    AccountDesk accountDesk(
            MongoAccounts accounts,
            MongoSessions sessions,
            StreamStore<SignInRecord> records,
            Passwords passwords,
            AccountDecider decider,
            EndedSessions ended,
            Clock clock) {
        return new AccountDesk(accounts, sessions, records, passwords, decider, ended, clock);
    }

    @Bean
    ScreenDesk screenDesk(
            MongoDatabase database,
            StreamStores stores,
            AccessTokens tokens,
            DirectoryCopy directory,
            GatewaySettings settings,
            Clock clock) {
        GatewaySettings.Screens lasting = settings.screens();
        return new ScreenDesk(
                stores.open(
                        MongoCollections.SCREENS, Topics.AUDIT, Streams::screen, screen -> screen, new ScreenMapper()),
                new MongoScreens(database),
                tokens,
                directory,
                new ScreenDesk.Lasting(lasting.codeLasts(), lasting.signedInFor()),
                clock);
    }

    @Bean
    IdentityUpkeep identityUpkeep(
            GatewayKeys keys,
            DirectoryCopy directory,
            MongoAccounts accounts,
            MongoSessions sessions,
            Passwords passwords,
            AccountDesk desk,
            GridSettings grid,
            GatewaySettings settings) {
        DemoAccounts demo =
                grid.demoData() ? new DemoAccounts(accounts, sessions, passwords, settings.demoPassword()) : null;
        String named = settings.firstAdmin();
        FirstAdministrator first = named == null || named.isBlank()
                ? null
                : new FirstAdministrator(accounts, desk, named.strip(), settings.firstAdminPassword());
        return new IdentityUpkeep(keys, directory, demo, first);
    }

    @Bean
    Recurring identityRound(IdentityUpkeep upkeep) {
        return new Recurring("identity-upkeep", upkeep::run, () -> upkeep.isReady() ? WHEN_READY : UNTIL_READY);
    }
}
