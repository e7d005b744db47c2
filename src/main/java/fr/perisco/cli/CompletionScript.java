package fr.perisco.cli;

import fr.perisco.cli.CompletionWords.Word;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The script by which a shell completes what is typed. It calls nothing, so that it answers at once. */
enum CompletionScript {
    BASH {
        @Override
        String of(CompletionWords words) {
            return """
                    # bash completion for perisco: source <(perisco completion bash)
                    _perisco() {
                        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} place= skip= word words= i
                        if [[ $cur == = ]]; then
                            cur=
                        elif [[ $prev == = ]]; then
                            prev=${COMP_WORDS[COMP_CWORD - 2]}
                        fi
                        for ((i = 1; i < COMP_CWORD; i++)); do
                            word=${COMP_WORDS[i]}
                    """ + walk(words, "[[ $word == = ]] || skip=") + """
                        done
                        COMPREPLY=()
                    """ + answers(words) + """
                        COMPREPLY=($(compgen -W "$words" -- "$cur"))
                    }
                    complete -o default -F _perisco perisco
                    """;
        }

        @Override
        String list(List<Word> words) {
            return quoted(words.stream().map(Word::text).collect(Collectors.joining(" ")));
        }
    },
    ZSH {
        @Override
        String of(CompletionWords words) {
            return """
                    #compdef perisco
                    # zsh completion for perisco: source <(perisco completion zsh), or as _perisco in a folder of $fpath
                    _perisco() {
                        local cur=$words[CURRENT] prev=$words[CURRENT-1] place= skip= word i
                        local -a typed found
                        typed=("${(@)words}")
                        if [[ $cur == --*=* ]]; then
                            prev=${cur%%=*}
                            compset -P 1 '*='
                            cur=
                        fi
                        for ((i = 2; i < CURRENT; i++)); do
                            word=$typed[i]
                    """ + walk(words, "skip=") + """
                        done
                    """ + answers(words).replace("words=", "found=") + """
                        if (( $#found )); then
                            _describe perisco found
                        else
                            _files
                        fi
                    }
                    if [[ $funcstack[1] == _perisco ]]; then
                        _perisco "$@"
                    else
                        compdef _perisco perisco
                    fi
                    """;
        }

        @Override
        String list(List<Word> words) {
            return words.stream()
                    .map(word -> quoted(
                            word.about().isEmpty()
                                    ? word.text()
                                    : word.text() + ":" + word.about().replace(":", "\\:")))
                    .collect(Collectors.joining(" ", "(", ")"));
        }
    },
    FISH {
        @Override
        String of(CompletionWords words) {
            StringBuilder script =
                    new StringBuilder("""
                    # fish completion for perisco: perisco completion fish | source
                    function __perisco_at
                        set -l place ''
                        set -l skip ''
                        for word in (commandline -opc)[2..-1]
                            if test -n "$skip"
                                set skip ''
                                continue
                            end
                            switch $word
                                case %s
                                    set skip 1
                                case '-*'
                                case '*'
                                    contains -- (string trim "$place $word") %s; and set place (string trim "$place $word")
                            end
                        end
                        test "$place" = "$argv[1]"
                    end
                    complete -c perisco -e
                    """.formatted(String.join(" ", words.valued()), all(words.places(), " ")));
            words.next()
                    .forEach((place, next) -> next.forEach(word -> script.append(at(place))
                            .append(" -f -a ")
                            .append(quoted(word.text()))
                            .append(about(word))));
            words.options()
                    .forEach((place, options) -> options.forEach(option -> script.append(at(place))
                            .append(option.text().startsWith("--") ? " -l " : " -s ")
                            .append(option.text().replaceFirst("^--?", ""))
                            .append(value(words, place, option.text()))
                            .append(about(option))));
            return script.toString();
        }

        @Override
        String list(List<Word> words) {
            return quoted(words.stream().map(Word::text).collect(Collectors.joining(" ")));
        }

        private String at(String place) {
            return "complete -c perisco -n " + quoted("__perisco_at " + quotedInside(place));
        }

        private String quotedInside(String place) {
            return '"' + place + '"';
        }

        private String value(CompletionWords words, String place, String option) {
            List<String> values = words.values().getOrDefault(place + " " + option, List.of());
            if (!values.isEmpty()) {
                return " -x -a " + quoted(String.join(" ", values));
            }
            return words.valued().contains(option) ? " -r -F" : "";
        }

        private String about(Word word) {
            return (word.about().isEmpty() ? "" : " -d " + quoted(word.about())) + "\n";
        }

        @Override
        String quoted(String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
    };

    /** The whole script, to be read by the shell. */
    abstract String of(CompletionWords words);

    /** Words, as the shell's own completion takes them. */
    abstract String list(List<Word> words);

    /** Text that the shell takes as it is. */
    String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    String all(Collection<String> texts, String between) {
        return texts.stream().map(this::quoted).collect(Collectors.joining(between));
    }

    /** Finds out at which command the words before the one to complete have arrived. */
    String walk(CompletionWords words, String skipped) {
        return """
                        if [[ -n $skip ]]; then
                            %s
                            continue
                        fi
                        case $word in
                            %s) skip=1 ;;
                            -*) ;;
                            *)
                                word="$place${place:+ }$word"
                                case $word in
                                    %s) place=$word ;;
                                esac
                                ;;
                        esac
                """.formatted(skipped, String.join(" | ", words.valued()), all(words.places(), " | "));
    }

    /** What can be typed at this command: the values of an option, else options, else what follows. */
    String answers(CompletionWords words) {
        StringBuilder answers = new StringBuilder("    case \"$place $prev\" in\n");
        Map<List<String>, List<String>> places = words.values().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        places.forEach((values, where) -> answers.append("        ")
                .append(all(where, " | "))
                .append(") words=")
                .append(list(values.stream().map(value -> new Word(value, "")).toList()))
                .append(" ;;\n"));
        words.valued()
                .forEach(option -> answers.append("        *' ").append(option).append("') ;;\n"));
        answers.append("        *) case $cur in\n            -*) case $place in\n");
        words.options().forEach((place, options) -> append(answers, place, options));
        answers.append("            esac ;;\n            *) case $place in\n");
        words.next().forEach((place, next) -> append(answers, place, next));
        return answers.append("            esac ;;\n        esac ;;\n    esac\n")
                .toString();
    }

    private void append(StringBuilder answers, String place, List<Word> words) {
        answers.append("                ")
                .append(quoted(place))
                .append(") words=")
                .append(list(words))
                .append(" ;;\n");
    }
}
