namespace OtpFunctions.Benchmarks.Captchas;

/// <param name="File">Where the picture is.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record PictureFile(string File, string Text, int Bytes);
