namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>The right to one message, taken from every scope it counts in.</summary>
internal sealed class BudgetPermit(IReadOnlyList<BudgetBlock> blocks)
{
    private int _isReturned;

    /// <summary>Gives the send back: no message went out. A second time does nothing.</summary>
    public void Return()
    {
        if (Interlocked.Exchange(ref _isReturned, 1) != 0)
        {
            return;
        }

        foreach (var block in blocks)
        {
            block.Return();
        }
    }
}
