namespace Azure.Data.Tables.Models;

public readonly struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string _value;

    public TableErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static TableErrorCode AccountIOPSLimitExceeded => new("AccountIOPSLimitExceeded");
    public static TableErrorCode AtomFormatNotSupported => new("AtomFormatNotSupported");
    public static TableErrorCode AuthorizationPermissionMismatch => new("AuthorizationPermissionMismatch");
    public static TableErrorCode AuthorizationResourceTypeMismatch => new("AuthorizationResourceTypeMismatch");
    public static TableErrorCode CannotCreateTableWithIOPSGreaterThanMaxAllowedPerTable => new("CannotCreateTableWithIOPSGreaterThanMaxAllowedPerTable");
    public static TableErrorCode CommandsInBatchActOnDifferentPartitions => new("CommandsInBatchActOnDifferentPartitions");
    public static TableErrorCode ContentLengthExceeded => new("ContentLengthExceeded");
    public static TableErrorCode DuplicateKeyPropertySpecified => new("DuplicateKeyPropertySpecified");
    public static TableErrorCode DuplicatePropertiesSpecified => new("DuplicatePropertiesSpecified");
    public static TableErrorCode EntityAlreadyExists => new("EntityAlreadyExists");
    public static TableErrorCode EntityNotFound => new("EntityNotFound");
    public static TableErrorCode EntityTooLarge => new("EntityTooLarge");
    public static TableErrorCode Forbidden => new("Forbidden");
    public static TableErrorCode InvalidDuplicateRow => new("InvalidDuplicateRow");
    public static TableErrorCode InvalidInput => new("InvalidInput");
    public static TableErrorCode InvalidValueType => new("InvalidValueType");
    public static TableErrorCode JsonFormatNotSupported => new("JsonFormatNotSupported");
    public static TableErrorCode JsonVerboseFormatNotSupported => new("JsonVerboseFormatNotSupported");
    public static TableErrorCode KeyValueTooLarge => new("KeyValueTooLarge");
    public static TableErrorCode MediaTypeNotSupported => new("MediaTypeNotSupported");
    public static TableErrorCode MethodNotAllowed => new("MethodNotAllowed");
    public static TableErrorCode NotImplemented => new("NotImplemented");
    public static TableErrorCode OperationTimedOut => new("OperationTimedOut");
    public static TableErrorCode OperatorInvalid => new("OperatorInvalid");
    public static TableErrorCode OutOfRangeInput => new("OutOfRangeInput");
    public static TableErrorCode PartitionKeyEqualityComparisonExpected => new("PartitionKeyEqualityComparisonExpected");
    public static TableErrorCode PartitionKeyNotSpecified => new("PartitionKeyNotSpecified");
    public static TableErrorCode PartitionKeyPropertyCannotBeUpdated => new("PartitionKeyPropertyCannotBeUpdated");
    public static TableErrorCode PartitionKeySpecifiedMoreThanOnce => new("PartitionKeySpecifiedMoreThanOnce");
    public static TableErrorCode PerTableIOPSDecrementLimitReached => new("PerTableIOPSDecrementLimitReached");
    public static TableErrorCode PerTableIOPSIncrementLimitReached => new("PerTableIOPSIncrementLimitReached");
    public static TableErrorCode PrimaryKeyPropertyIsInvalidType => new("PrimaryKeyPropertyIsInvalidType");
    public static TableErrorCode PropertiesNeedValue => new("PropertiesNeedValue");
    public static TableErrorCode PropertyNameInvalid => new("PropertyNameInvalid");
    public static TableErrorCode PropertyNameTooLong => new("PropertyNameTooLong");
    public static TableErrorCode PropertyValueTooLarge => new("PropertyValueTooLarge");
    public static TableErrorCode ResourceNotFound => new("ResourceNotFound");
    public static TableErrorCode SettingIOPSForATableInProvisioningNotAllowed => new("SettingIOPSForATableInProvisioningNotAllowed");
    public static TableErrorCode TableAlreadyExists => new("TableAlreadyExists");
    public static TableErrorCode TableBeingDeleted => new("TableBeingDeleted");
    public static TableErrorCode TableHasNoProperties => new("TableHasNoProperties");
    public static TableErrorCode TableHasNoSuchProperty => new("TableHasNoSuchProperty");
    public static TableErrorCode TableNotFound => new("TableNotFound");
    public static TableErrorCode TooManyProperties => new("TooManyProperties");
    public static TableErrorCode UpdateConditionNotSatisfied => new("UpdateConditionNotSatisfied");
    public static TableErrorCode XMethodIncorrectCount => new("XMethodIncorrectCount");
    public static TableErrorCode XMethodIncorrectValue => new("XMethodIncorrectValue");
    public static TableErrorCode XMethodNotUsingPost => new("XMethodNotUsingPost");

    public static implicit operator TableErrorCode(string value) => new(value);

    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TableErrorCode other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
