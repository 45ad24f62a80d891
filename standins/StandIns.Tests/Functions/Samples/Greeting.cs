namespace StandIns.Tests.Functions.Samples;

internal sealed record Greeting(string Text);
