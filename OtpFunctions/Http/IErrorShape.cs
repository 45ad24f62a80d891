using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;

namespace OtpFunctions.Http;

/// <summary>How a dialect says no: the catch-all asks the one whose functions these are.</summary>
internal interface IErrorShape
{
    /// <summary>What the names of its functions begin with.</summary>
    string FunctionPrefix { get; }

    /// <summary>The answer for a refusal.</summary>
    IResult For(Failure failure);
}
