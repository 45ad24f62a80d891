using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added()
    {
        await using var runner = await StartAsync(builder =>
        {
            builder.UseMiddleware<OrderMiddleware>();
            builder.UseMiddleware(async (context, next) =>
            {
                context.GetHttpContext()!.Response.Headers.Append("X-Order", "inner-before");
                await next();
                context.GetHttpContext()!.Response.Headers.Append("X-Order", "inner-after");
            });
        });

        var response = await runner.SendAsync("GET", "api/hello");

        Assert.Equal(
            ["type-before", "inner-before", "inner-after", "type-after"], response.Headers.GetValues("X-Order"));
    }

    [Fact]
    public async Task UseWhen_runs_middleware_only_where_its_condition_holds()
    {
        await using var runner = await StartAsync(builder => builder
            .UseWhen<OrderMiddleware>(context => context.FunctionDefinition.Name == "Throws")
            .UseWhen(context => context.FunctionDefinition.Name == "Hello", (context, next) =>
            {
                context.GetHttpContext()!.Response.Headers.Append("X-Order", "hello");
                return next();
            }));

        var response = await runner.SendAsync("GET", "api/hello");

        Assert.Equal(["hello"], response.Headers.GetValues("X-Order"));
    }

    [Fact]
    public async Task Middleware_sees_the_result_and_may_replace_it()
    {
        await using var runner = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            var text = context.GetInvocationResult<ContentResult>().Value!.Content;
            context.GetInvocationResult().Value = new ContentResult { Content = $"not {text}", StatusCode = 418 };
        }));

        var response = await runner.SendAsync("GET", "api/hello");

        Assert.Equal((HttpStatusCode)418, response.StatusCode);
        Assert.Equal("not hello", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("throwslater")]
    public async Task Middleware_may_answer_for_an_exception(string function)
    {
        await using var runner = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (InvalidTimeZoneException)
            {
                context.GetInvocationResult().Value = new StatusCodeResult(503);
            }
        }));

        var response = await runner.SendAsync("GET", $"api/{function}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(runner.Logs.Lines);
    }

    [Fact]
    public async Task Middleware_may_answer_in_place_of_the_function()
    {
        await using var runner = await StartAsync(builder => builder.UseMiddleware((context, _) =>
            context.GetHttpContext()!.Response.WriteAsync("no")));

        Assert.Equal("no", await runner.GetAsync("api/throws"));
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("throwslater")]
    public async Task An_exception_out_of_it_all_is_500_with_an_empty_body_and_a_line_with_its_type(string function)
    {
        await using var runner = await StartAsync(builder => builder.UseMiddleware<OrderMiddleware>());

        var response = await runner.SendAsync("GET", $"api/{function}");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.False(response.Headers.Contains("X-Order"));
        var line = Assert.Single(runner.Logs.Lines);
        Assert.StartsWith("Error: Function Throws", line, StringComparison.Ordinal);
        Assert.EndsWith(" failed: System.InvalidTimeZoneException", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_context_tells_which_function_runs()
    {
        FunctionContext? seen = null;
        await using var runner = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            seen = context;
            context.Items["key"] = "value";
            context.Features.Set(new Greeting("hi"));
            Assert.Same(context.GetHttpContext()!.RequestServices, context.InstanceServices);
            return next();
        }));

        await runner.GetAsync("api/hello");

        Assert.NotNull(seen);
        Assert.Equal("Hello", seen.FunctionDefinition.Name);
        Assert.Equal("StandIns.Tests.Functions.Samples.PlainFunctions.Hello", seen.FunctionDefinition.EntryPoint);
        Assert.Equal(typeof(PlainFunctions).Assembly.Location, seen.FunctionDefinition.PathToAssembly);
        Assert.Equal("httpTrigger", seen.FunctionDefinition.InputBindings["request"].Type);
        Assert.Equal("request", Assert.Single(seen.FunctionDefinition.Parameters).Name);
        Assert.Equal(seen.FunctionDefinition.Id, seen.FunctionId);
        Assert.True(Guid.TryParse(seen.InvocationId, out _));
        Assert.Equal("value", seen.Items["key"]);
        Assert.Equal(new Greeting("hi"), seen.Features.Get<Greeting>());
    }

    private static Task<Runner> StartAsync(Action<FunctionsApplicationBuilder> configure) =>
        Runner.StartAsync(new RunnerSetup
        {
            Types = [typeof(PlainFunctions)],
            Configure = builder =>
            {
                builder.Services.AddSingleton<Gate>();
                configure(builder);
            },
        });
}
