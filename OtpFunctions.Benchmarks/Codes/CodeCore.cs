using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Delivery.Resilience;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Codes;

/// <summary>
/// Issuer and verifier as the service puts them together, with the real clock, keys, limits, budget, message, provider
/// policy and journal. Two things differ: rows lie in memory as they are, and messages go no further than the outbox.
/// </summary>
internal sealed class CodeCore
{
    private const int KeyBytes = 32;
    private const int Most = 100_000_000;
    private readonly SendJournal _journal = new(new LostNotes(TimeProvider.System, NullLogger<LostNotes>.Instance));

    public CodeCore()
    {
        var clock = TimeProvider.System;
        var hasher = new KeyHasher(RandomNumberGenerator.GetBytes(KeyBytes));
        var limits = new RecipientLimits();
        var updater = new StateUpdater<RecipientState>(Recipients, clock);
        Vault = new CodeVault(hasher, new CodeProtector(FreshRing()));
        Issuer = new CodeIssuer(updater, Vault, RouterOf(clock), new SendGuards(limits, BudgetOf(hasher, clock)), _journal);
        Verifier = new CodeVerifier(updater, Vault, limits, _journal);
    }

    public MemoryStore<RecipientState> Recipients { get; } = new(RecipientState.Empty);

    public CodeVault Vault { get; }

    public CodeIssuer Issuer { get; }

    public CodeVerifier Verifier { get; }

    /// <summary>Takes the note of one call out of the journal's queue, which would fill up.</summary>
    public void DropNote()
    {
        if (!_journal.Notes.TryRead(out _))
        {
            throw new InvalidOperationException("A call left no note.");
        }
    }

    private static IReadOnlyList<CodeKey> FreshRing() =>
        CodeKey.TryParseRing($"1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))}", out var ring)
            ? ring
            : throw new InvalidOperationException("The ring of keys cannot be read.");

    // Caps that no measurement reaches: all of it goes to one number.
    private static SendBudget BudgetOf(KeyHasher hasher, TimeProvider clock) => new(
        new StateUpdater<BudgetState>(new MemoryStore<BudgetState>(BudgetState.None), clock),
        hasher,
        new DestinationOptions { PerCountryPerDay = Most, PerPrefixPerDay = Most, SmsPerDay = Most, EmailPerDay = Most },
        clock);

    private static DeliveryRouter RouterOf(TimeProvider clock)
    {
        var options = new DeliveryOptions();
        var provider = new ResilientProvider(
            new Outbox(clock),
            DeliveryProvider.Outbox,
            TimeSpan.FromSeconds(options.TimeoutSeconds),
            clock,
            NullLogger<ResilientProvider>.Instance);
        var route = new ProviderChain(provider, second: null);
        return new DeliveryRouter(
            route, route, new MessageComposer(new MessageOptions(), clock), clock, NullLogger<DeliveryRouter>.Instance);
    }
}
