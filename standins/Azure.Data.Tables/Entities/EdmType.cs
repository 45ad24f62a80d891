namespace Azure.Data.Tables.Entities;

internal enum EdmType
{
    Unsaid,
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    DateTime,
    Guid,
    Binary,
}
