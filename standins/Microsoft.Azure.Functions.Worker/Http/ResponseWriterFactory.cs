using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class ResponseWriterFactory : IHttpResponseStreamWriterFactory
{
    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding);
}
