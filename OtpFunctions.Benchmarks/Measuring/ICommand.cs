namespace OtpFunctions.Benchmarks.Measuring;

/// <summary>One measurement, run in a process of its own, which a fault ends with an error.</summary>
internal interface ICommand
{
    string Name { get; }

    void Run(Arguments arguments);
}
