using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Storage;

/// <summary>The fake is held to the contract too, or what is tested with it proves nothing.</summary>
public sealed class MemoryRecipientStoreTests : RecipientStoreContract
{
    private protected override Task<IStateStore<RecipientState>> NewStoreAsync() =>
        Task.FromResult<IStateStore<RecipientState>>(new MemoryRecipientStore());
}
