using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Model;

/// <summary>One instance of the service; what serves a call is made for it, so that store and provider know whose it is.</summary>
internal sealed class Instance(SkewedClock clock, Budget budget, CodeVault vault, ISendJournal journal)
{
    private static readonly MessageComposer Composer = new(new(), new ManualClock());
    private readonly SendGuards _guards = new(Dialect.Limits, budget.Sends);

    public CodeIssuer Issuer(IStateStore<RecipientState> store, IDeliveryRoute channel) => new(
        new(store, clock),
        vault,
        new DeliveryRouter(channel, channel, Composer, clock, NullLogger<DeliveryRouter>.Instance),
        _guards,
        journal);

    public CodeVerifier Verifier(IStateStore<RecipientState> store) => new(new(store, clock), vault, Dialect.Limits, journal);
}
