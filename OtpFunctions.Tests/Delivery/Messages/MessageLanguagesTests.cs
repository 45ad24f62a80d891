using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Messages;

public sealed class MessageLanguagesTests
{
    [Theory]
    [InlineData("zh", MessageLanguage.ZhHans)]
    [InlineData("ZH-cn", MessageLanguage.ZhHans)]
    [InlineData("zh-SG", MessageLanguage.ZhHans)]
    [InlineData("zh-Hans", MessageLanguage.ZhHans)]
    [InlineData("zh-Hans-CN", MessageLanguage.ZhHans)]
    [InlineData("zh-Hans-HK", MessageLanguage.ZhHans)]
    [InlineData("zh-cmn-Hans-TW", MessageLanguage.ZhHans)]
    [InlineData("zh-u-co-pinyin", MessageLanguage.ZhHans)]
    [InlineData("zh-x-tw", MessageLanguage.ZhHans)]
    [InlineData("zh-Hant", MessageLanguage.ZhHant)]
    [InlineData("zh-hant-CN", MessageLanguage.ZhHant)]
    [InlineData("zh-TW", MessageLanguage.ZhHant)]
    [InlineData("zh-hk", MessageLanguage.ZhHant)]
    [InlineData("zh-MO", MessageLanguage.ZhHant)]
    [InlineData("zh-yue-HK", MessageLanguage.ZhHant)]
    [InlineData(" zh-TW ", MessageLanguage.ZhHant)]
    [InlineData("en", MessageLanguage.En)]
    [InlineData("EN-gb", MessageLanguage.En)]
    [InlineData("en-Latn-US-x-twain", MessageLanguage.En)]
    public void A_tag_of_ours_is_taken(string tag, MessageLanguage expected)
    {
        Assert.Equal(expected, MessageLanguages.Choose(tag, null));
        Assert.Equal(expected, MessageLanguages.Choose(null, tag));
        Assert.Equal(expected, MessageLanguages.Choose(tag, "fr, en;q=0.1, zh-Hant;q=0.1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("fr")]
    [InlineData("zhx")]
    [InlineData("eng-GB")]
    [InlineData("zh-Latn")]
    [InlineData("zh_TW")]
    [InlineData("zh--TW")]
    [InlineData("zh-TW-")]
    [InlineData("-zh")]
    [InlineData("en-abcdefghi")]
    [InlineData("en-é")]
    [InlineData("en\n")]
    [InlineData("*")]
    [InlineData("\0")]
    public void Any_other_tag_is_passed_over(string? tag)
    {
        Assert.Null(MessageLanguages.Choose(tag, null));
        Assert.Null(MessageLanguages.Choose(null, tag));
        Assert.Equal(MessageLanguage.ZhHant, MessageLanguages.Choose(tag, "zh-TW"));
    }

    [Theory]
    [InlineData("en, zh-TW", MessageLanguage.En)]
    [InlineData("zh-TW, en", MessageLanguage.ZhHant)]
    [InlineData("zh-TW;q=0.5, en;q=0.9", MessageLanguage.En)]
    [InlineData("zh-TW;q=0.9, en;q=0.9", MessageLanguage.ZhHant)]
    [InlineData("en;q=0.001", MessageLanguage.En)]
    [InlineData("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", MessageLanguage.En)]
    [InlineData("zh-TW;q=0, en;q=0.1", MessageLanguage.En)]
    [InlineData("zh-TW ; q=0.4 , en ; q=0.6", MessageLanguage.En)]
    [InlineData(",,zh-TW;q=x, en;q=2, zh-HK;q=-1, ;q=1, en;q=0.2,", MessageLanguage.En)]
    [InlineData("en;q=0.2, zh TW", MessageLanguage.En)]
    public void An_accept_language_is_read_by_its_weights(string header, MessageLanguage expected)
    {
        Assert.Equal(expected, MessageLanguages.Choose(null, header));
    }

    [Theory]
    [InlineData("en;q=0")]
    [InlineData("en;q=0.000, zh-TW;q=0")]
    [InlineData("*, fr;q=0.2")]
    [InlineData(";;;,,,===")]
    [InlineData("en;q=1.1")]
    public void An_accept_language_without_ours_leaves_the_default(string header)
    {
        Assert.Null(MessageLanguages.Choose(null, header));
    }

    [Fact]
    public void A_header_is_read_up_to_its_bounds()
    {
        Assert.Equal(MessageLanguage.En, MessageLanguages.Choose(null, string.Concat(Enumerable.Repeat("fr,", 31)) + "en"));
        Assert.Null(MessageLanguages.Choose(null, string.Concat(Enumerable.Repeat("fr,", 32)) + "en"));
        Assert.Equal(MessageLanguage.En, MessageLanguages.Choose(null, "en,".PadRight(1024, 'x')));
        Assert.Null(MessageLanguages.Choose(null, "en,".PadRight(1025, 'x')));
        Assert.Null(MessageLanguages.Choose(new string('z', 1_000_000), null));
    }
}
