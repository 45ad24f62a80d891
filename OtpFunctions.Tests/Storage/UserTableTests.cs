using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Storage;

public sealed class UserTableTests : UserStoreContract
{
    private protected override async Task<IUserStore> NewStoreAsync() => new UserTable(await TestTables.NewAsync());
}
