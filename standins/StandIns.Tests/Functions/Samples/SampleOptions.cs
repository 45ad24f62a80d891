namespace StandIns.Tests.Functions.Samples;

internal sealed class SampleOptions;
