namespace Terecht.Platform.Import;

/// <summary>A row of a table or an object of a JSON file: named fields, empty where there is none.</summary>
internal interface IFields
{
    /// <summary>The line of the file on which it begins.</summary>
    int Number { get; }

    /// <summary>The field as text of one line, white space made single.</summary>
    string OneLine(string name);

    /// <summary>The field with the lines that are in it.</summary>
    string Text(string name);
}
