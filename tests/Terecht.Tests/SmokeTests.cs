namespace Terecht.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Builds() => typeof(SmokeTests).Assembly.ShouldNotBeNull();
}
