using System.Diagnostics.CodeAnalysis;

namespace OtpFunctions.Core;

/// <summary>A value, or the <see cref="OtpFunctions.Core.Failure"/> that stands in its place.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public sealed class Result<T>
    where T : class
{
    private Result(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value of a success.</summary>
    public T? Value { get; }

    /// <summary>The reason of a refusal.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>A success.</summary>
    /// <param name="value">What it carries.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    /// <param name="failure">Why.</param>
    public static implicit operator Result<T>(Failure failure) => new(null, failure);

    /// <summary>The same refusal, or the value made into another.</summary>
    /// <param name="next">Makes it.</param>
    /// <typeparam name="TNext">What it becomes.</typeparam>
    public Result<TNext> Select<TNext>(Func<T, TNext> next)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(next);
        return Succeeded ? next(Value) : Failure;
    }
}
