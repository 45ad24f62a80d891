namespace StandIns.Tests.Tables;

public enum Suit
{
    Clubs,
    Hearts,
}
