namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>The right to one message, taken from every scope it counts in.</summary>
internal sealed class BudgetPermit(IReadOnlyList<BudgetBlock> blocks)
{
    private int _isReturned;

    /// <summary>Sees to it that the sends after this one have budgets at hand. For callers who are known.</summary>
    public void TakeAhead()
    {
        foreach (var block in blocks)
        {
            block.TakeAhead();
        }
    }

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
