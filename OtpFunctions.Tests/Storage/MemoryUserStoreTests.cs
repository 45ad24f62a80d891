using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Storage;

/// <summary>The fake is held to the contract too, or what is tested with it proves nothing.</summary>
public sealed class MemoryUserStoreTests : UserStoreContract
{
    private protected override Task<IUserStore> NewStoreAsync() => Task.FromResult<IUserStore>(new MemoryUserStore());
}
