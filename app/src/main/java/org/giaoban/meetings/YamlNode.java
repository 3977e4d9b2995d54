package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapping of a YAML file, read with the types its reader expects. */
public record YamlNode(Map<?, ?> values) {

    public String get(String name) {
        return Objects.requireNonNull(find(name), name);
    }

    public @Nullable String find(String name) {
        var value = values.get(name);
        return value == null ? null : value.toString();
    }

    String or(String name, String usual) {
        var found = find(name);
        return found == null ? usual : found;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    public int number(String name) {
        return Integer.parseInt(get(name));
    }

    public boolean yes(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public YamlNode node(String name) {
        return new YamlNode((Map<?, ?>) Objects.requireNonNull(values.get(name), name));
    }

    /** The texts of a mapping by their keys; empty when there is none. */
    public Map<String, String> pairs(String name) {
        var pairs = new LinkedHashMap<String, String>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> pairs.put(key.toString(), value.toString()));
        }
        return pairs;
    }

    /** The lists of a mapping by their keys; empty when there is none. */
    public Map<String, List<YamlNode>> groups(String name) {
        var groups = new LinkedHashMap<String, List<YamlNode>>();
        if (values.get(name) instanceof Map<?, ?> map) {
            var inner = new YamlNode(map);
            map.keySet().forEach(key -> groups.put(key.toString(), inner.nodes(key.toString())));
        }
        return groups;
    }

    public List<YamlNode> nodes(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(one -> new YamlNode((Map<?, ?>) one)).toList()
                : List.of();
    }

    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
