using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Composition;

/// <summary>The core, put together by hand: what depends on what is read here, and nothing is reflected over at start.</summary>
internal static class CoreServices
{
    public static IServiceCollection AddCore(this IServiceCollection services) => services
        .AddStorage()
        .AddDelivery()
        .AddDirectory()
        .AddCaptchas()
        .AddRecords()
        .AddSingleton(provider => new KeyHasher(provider.Get<SecretOptions>().ReadPepper()!))
        .AddSingleton(provider => new CodeProtector(provider.Get<SecretOptions>().ReadCodeKeys()))
        .AddSingleton(provider => new CodeVault(provider.Get<KeyHasher>(), provider.Get<CodeProtector>()))
        .AddSingleton(provider => new StateUpdater<RecipientState>(provider.Get<IStateStore<RecipientState>>(), provider.Get<TimeProvider>()))
        .AddSingleton(provider => new StateUpdater<CallTimes>(
            StateTables.Calls(provider.Get<Tables>(), provider.Get<TimeProvider>()), provider.Get<TimeProvider>()))
        .AddSingleton(provider => new CallerWindows(provider.Get<StateUpdater<CallTimes>>(), provider.Get<KeyHasher>()))
        .AddSingleton(provider => new SendBudget(
            new StateUpdater<BudgetState>(StateTables.Budgets(provider.Get<Tables>()), provider.Get<TimeProvider>()),
            provider.Get<KeyHasher>(),
            provider.Get<DestinationOptions>(),
            provider.Get<TimeProvider>()))
        .AddSingleton(provider => new SendGuards(provider.Get<RecipientLimits>(), provider.Get<SendBudget>()))
        .AddSingleton(provider => new CodeIssuer(
            provider.Get<StateUpdater<RecipientState>>(),
            provider.Get<CodeVault>(),
            provider.Get<DeliveryRouter>(),
            provider.Get<SendGuards>(),
            provider.Get<ISendJournal>()))
        .AddSingleton(provider => new CodeVerifier(
            provider.Get<StateUpdater<RecipientState>>(),
            provider.Get<CodeVault>(),
            provider.Get<RecipientLimits>(),
            provider.Get<ISendJournal>()))
        .AddSingleton(provider => new Purger(provider.Get<IExpiredRows>(), provider.Get<TimeProvider>()));

    private static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(provider => new Tables(provider.Get<StorageOptions>(), provider.Get<TimeProvider>()))
        .AddSingleton(provider => new StorageProbe(provider.Get<Tables>()))
        .AddSingleton(provider => StateTables.Recipients(provider.Get<Tables>()))
        .AddSingleton<IStateStore<RecipientState>>(provider => provider.Get<StateTable<RecipientState>>())
        .AddSingleton<IDirectoryStore<Application>>(provider => new ApplicationTable(provider.Get<Tables>()))
        .AddSingleton<IUserStore>(provider => new UserTable(provider.Get<Tables>()))
        .AddSingleton<ISessionStore>(provider => new SessionTable(provider.Get<Tables>()))
        .AddSingleton<IDirectoryStore<Caller>>(provider => new CallerTable(provider.Get<Tables>()))
        .AddSingleton<IExpiredRows>(provider => new ExpiredRows(provider.Get<Tables>()));

    private static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton(provider => new ApplicationDirectory(
            provider.Get<IDirectoryStore<Application>>(), provider.Get<KeyHasher>(), provider.Get<TimeProvider>()))
        .AddSingleton(provider => new CallerDirectory(
            provider.Get<IDirectoryStore<Caller>>(),
            provider.Get<CallerPasses>(),
            provider.Get<KeyHasher>(),
            provider.Get<TimeProvider>()))
        .AddSingleton(provider => new CallerPasses(
            provider.Get<StateUpdater<CallTimes>>(), provider.Get<IDirectoryStore<Caller>>(), provider.Get<KeyHasher>()))
        .AddSingleton(provider => new CallerAdmission(
            provider.Get<CallerWindows>(), provider.Get<CallerDirectory>(), provider.Get<CallerPasses>()))
        .AddSingleton(provider => new UserDirectory(
            provider.Get<IUserStore>(), provider.Get<KeyHasher>(), provider.Get<TimeProvider>()))
        .AddSingleton(provider => UsersOf(provider, provider.Get<DirectoryOptions>()))
        .AddSingleton(provider => new RecipientFinder(
            provider.Get<IUserDirectory>(), RowsOf(provider, provider.Get<DirectoryOptions>()), provider.Get<KeyHasher>()))
        .AddSingleton(provider => new SessionDirectory(
            provider.Get<ISessionStore>(),
            provider.Get<IUserDirectory>(),
            provider.Get<KeyHasher>(),
            provider.Get<TimeProvider>()));

    private static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<IRecordStore>(provider => new RecordTable(provider.Get<Tables>()))
        .AddSingleton(provider => new LostNotes(provider.Get<TimeProvider>(), provider.Get<ILogger<LostNotes>>()))
        .AddSingleton(provider => new SendJournal(provider.Get<LostNotes>()))
        .AddSingleton<ISendJournal>(provider => provider.Get<JournalHost>().Begin())
        .AddSingleton(provider => new JournalWriter(
            provider.Get<SendJournal>(),
            provider.Get<IRecordStore>(),
            provider.Get<LostNotes>(),
            provider.Get<TimeProvider>(),
            provider.Get<ILogger<JournalWriter>>()))
        .AddSingleton(provider => new JournalHost(provider))
        .AddHostedService(provider => provider.Get<JournalHost>())
        .AddSingleton(provider => new RecordList(provider.Get<IRecordStore>(), provider.Get<CodeVault>()))
        .AddSingleton(provider => new Statistics(provider.Get<IRecordStore>(), provider.Get<TimeProvider>()))
        .AddSingleton(provider => new DeliveryReports(
            provider.Get<IRecordStore>(), provider.Get<ISendJournal>(), provider.Get<TimeProvider>()));

    private static IUserDirectory UsersOf(IServiceProvider provider, DirectoryOptions options) => options.Kind switch
    {
        DirectoryKind.Tables => provider.Get<UserDirectory>(),
        DirectoryKind.Http => HttpUserDirectory.New(options, provider.Get<TimeProvider>()),
        null => throw new InvalidOperationException("Otp:Directory was not validated."),
    };

    // Only where users are in the tables does an address have a claim.
    private static RecipientTable? RowsOf(IServiceProvider provider, DirectoryOptions options) =>
        options.Kind == DirectoryKind.Tables
            ? new RecipientTable(provider.Get<Tables>(), provider.Get<StateTable<RecipientState>>())
            : null;

    internal static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
