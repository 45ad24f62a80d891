namespace OtpFunctions.Benchmarks.Load;

/// <summary>What a load consists of: one operation, of one request or several, run over and over by many at once.</summary>
internal interface IScenario
{
    /// <summary>Runs one operation and judges every answer of it.</summary>
    /// <param name="http">Sends; its connections stay open.</param>
    /// <param name="number">Which operation of this process it is, from 0; no other has the same.</param>
    /// <param name="cancellation">Ends it: another one has failed.</param>
    /// <exception cref="WrongAnswerException">An answer is not the expected one.</exception>
    Task RunAsync(HttpMessageInvoker http, long number, CancellationToken cancellation);
}
